/** The policies that act on the streams of meeting. */
export * from './decide-the-issue-when-the-conference-decides.policy';
export * from './follow-up-the-decision-when-its-issue-is-settled.policy';
export * from './carry-open-items-when-a-meeting-is-adjourned.policy';
export * from './return-the-item-when-the-next-meeting-was-over.policy';
export * from './settle-the-item-when-its-decision-came-too-late.policy';
