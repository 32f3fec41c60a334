/** The policies that act on the streams of suggestion. */
export * from './link-suggestions-when-a-candidate-is-proposed.policy';
