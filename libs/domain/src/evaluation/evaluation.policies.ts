/** The policies that act on the streams of evaluation. */
export * from './open-the-evaluation-when-a-project-is-accepted.policy';
export * from './open-a-rectification-when-a-project-is-rated-badly.policy';
export * from './supersede-the-evaluation-when-a-look-back-reopens-the-project.policy';
