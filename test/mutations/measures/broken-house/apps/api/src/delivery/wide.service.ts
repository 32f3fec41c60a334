// [constructor-parameters]
export class WideService {
  constructor(readonly a: string, readonly b: string, readonly c: string, readonly d: string, readonly e: string, readonly f: string) {}
}
