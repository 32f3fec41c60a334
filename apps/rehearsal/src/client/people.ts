import { NATION } from '@minsheng/contracts';
import { mintToken, type LocalIssuer, type TokenClaims } from '@minsheng/local-system';

/** Everyone who acts in a rehearsed year, with a token each. Officers belong to the list's region, citizens to none. */
export class People {
  private readonly tokens = new Map<string, Promise<string>>();

  constructor(
    private readonly issuer: LocalIssuer,
    private readonly region: string,
    private readonly listId: string,
  ) {}

  /** The owner of the list (发改委). Checks reports, which is why departments write them. */
  commission() {
    return this.token({ sub: 'commission', role: 'commission', organisation: '发展改革委' });
  }
  /** Keeps the registers of the installation. */
  national() {
    return this.token({ sub: 'national', role: 'commission', region: NATION });
  }
  department(organisation: string) {
    return this.token({ sub: `department ${organisation}`, role: 'department', organisation });
  }
  deputy() {
    return this.token({ sub: 'deputy', role: 'deputy' });
  }
  evaluator() {
    return this.token({ sub: 'evaluator', role: 'evaluator' });
  }
  statistics() {
    return this.token({ sub: 'statistics', role: 'statistics', organisation: '统计局' });
  }
  /** Records what a deciding body decided: the office of the government or of the standing committee. */
  recorder() {
    return this.token({ sub: 'recorder', role: 'recorder' });
  }
  /** Runs the installation: sees how far the projections are. */
  operator() {
    return this.token({ sub: 'operator', role: 'operator', region: NATION });
  }
  leader() {
    return this.token({ sub: 'leader', role: 'leader' });
  }
  citizen(number: number) {
    return this.token({ sub: `citizen ${number}`, role: 'public' });
  }

  private token({ sub, role, ...claims }: TokenClaims): Promise<string> {
    const known = this.tokens.get(sub);
    if (known) return known;
    const minted = mintToken(this.issuer, {
      sub: `rehearsal ${this.listId} ${sub}`,
      role,
      ...(role !== 'public' && { region: this.region }),
      ...claims,
    });
    this.tokens.set(sub, minted);
    return minted;
  }
}
