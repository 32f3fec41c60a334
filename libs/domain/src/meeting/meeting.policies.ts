/** The policies that act on the streams of meeting. */
export * from './decide-the-issue-when-the-conference-decides.policy';
export * from './follow-up-the-decision-when-its-issue-is-settled.policy';
export * from './carry-open-items-when-a-meeting-is-adjourned.policy';
