import { isIP } from 'node:net';

const GROUPS = 8;
/** A household or a server is given a whole network of this many groups, and may call from any address in it. */
const GROUPS_OF_A_NETWORK = 4;
const groupsOf = (part: string): string[] => part.split(':').filter(Boolean);

/** What counts as one address: an IPv4 address, or the /64 network of an IPv6 address. */
export const networkOf = (address: string): string => {
  if (isIP(address) !== 6) return address;
  const ofVersion4 = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (ofVersion4) return ofVersion4;
  const [head, tail = ''] = address.split('::');
  const [before, after] = [groupsOf(head), groupsOf(tail)];
  const zeros = Array.from({ length: GROUPS - before.length - after.length }, () => '0');
  const network = [...before, ...zeros, ...after].slice(0, GROUPS_OF_A_NETWORK);
  return `${network.map((group) => Number.parseInt(group, 16).toString(16)).join(':')}::/64`;
};
