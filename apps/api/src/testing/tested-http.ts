import type { HttpSettings } from '../http/http.settings';
import { limitsFrom, usualLimits } from '../rates/limits';

/** As in the product, but for limits that no test reaches unless it states its own. */
export const testedHttp: HttpSettings = {
  bodyLimitBytes: 65_536,
  apiPage: true,
  trustedProxies: [],
  requestTimeoutMs: 30_000,
  maxConnections: 1_000,
  rateStore: 'memory',
  limits: limitsFrom(
    Object.keys(usualLimits)
      .map((name) => `${name}=1000000/60`)
      .join(),
  ),
};
