import path from 'node:path';

/** The real lists that come with the product, by name, e.g. `meishan-2019`. The same from source and from dist. */
export const sampleList = (name: string): string => path.resolve(__dirname, '../../lists', `${name}.json`);
