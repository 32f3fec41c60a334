/** The policies that act on the streams of selection. */
export * from './adopt-candidates-when-the-list-is-adopted.policy';
export * from './change-rules-when-the-list-amends-them.policy';
