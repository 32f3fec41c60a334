/** A sum, but never more than the most. */
export const capped = (a: number, b: number, most: number): number => (a + b > most ? most : a + b);
