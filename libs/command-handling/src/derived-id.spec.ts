import fc from 'fast-check';
import { derivedId } from './derived-id';

const DNS = '6ba7b810-9dad-11d1-80b4-00c04fd430c8'; // RFC 9562 section 6.6

describe('a derived id', () => {
  it('is the one RFC 9562 names in its appendix A.4', () =>
    expect(derivedId('www.example.com', DNS)).toBe('2ed6657d-e927-568b-95e1-2665a8aea6a2'));
  it('takes names in Chinese by their UTF-8', () =>
    expect(derivedId('民生实事', DNS)).toBe('ea22e6e8-2f9c-5fe3-aaed-8b4e106232b2'));
  it('takes a namespace in capitals for the same', () =>
    expect(derivedId('www.example.com', DNS.toUpperCase())).toBe(derivedId('www.example.com', DNS)));
  it.each(['no uuid', `${DNS}zz`, DNS.replaceAll('-', ''), ''])(
    'needs a namespace that is a UUID, not %p',
    (namespace) => expect(() => derivedId('name', namespace)).toThrow(RangeError),
  );
  it('is a UUID of version 5, the same for the same name, another for another name or namespace', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.uuid(), (name, namespace) => {
        const id = derivedId(name, namespace);
        expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
        expect(derivedId(name, namespace)).toBe(id);
        expect(new Set([id, derivedId(`${name} `, namespace), derivedId(name, id)]).size).toBe(3);
      }),
    ));
});
