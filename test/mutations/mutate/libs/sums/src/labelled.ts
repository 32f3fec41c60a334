/** Looked at by no suite; of its two places the first compiles in no other way. */
export const labelled = (label: string, isOpen: boolean): string => (isOpen ? '+' + label : label);
