/** The policies that act on the streams of suggestion. */
export * from './link-suggestions-when-a-candidate-is-proposed.policy';
export * from './answer-the-claim-when-a-member-is-claimed.policy';
export * from './settle-the-claim-when-the-member-has-answered.policy';
export * from './link-the-main-suggestion-when-a-member-is-linked.policy';
