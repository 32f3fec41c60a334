export type Percent = string;
