import { networkOf } from './network-of';

describe('what counts as one address', () => {
  it.each([
    ['an IPv4 address', '203.0.113.9', '203.0.113.9'],
    ['an IPv4 address written as IPv6', '::ffff:203.0.113.9', '203.0.113.9'],
    ['the network of an IPv6 address', '2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['the same network, however it is written', '2001:0DB8:0001:2::6', '2001:db8:1:2::/64'],
    ['a network with zeros', '2001:db8::7', '2001:db8:0:0::/64'],
    ['this machine', '::1', '0:0:0:0::/64'],
  ])('is %s', (_what, address, counted) => expect(networkOf(address)).toBe(counted));
});
