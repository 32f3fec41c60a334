// [silenced-rules]
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export const anything = (value: any) => value;
