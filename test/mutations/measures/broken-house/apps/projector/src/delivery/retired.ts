// two names that are retired [retired-identifiers]
export const isTold = true;
export interface Happened {
  readonly on: string;
}
