// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the parser's own type says no more
export const reported = (body: any) => body;
export class Room {
  constructor(readonly a: string, readonly b: string, readonly c: string, readonly d: string, readonly e: string) {}
}
