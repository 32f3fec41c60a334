/** A repeated measurement; returns one number each time. */
export type Measurement = () => Promise<number>;

/**
 * Takes all measurements in turns, A B C A B C …, so that a change in the machine's speed affects all of them. Every
 * other round runs backwards, so that none always follows the same one.
 * @returns the values of each, by round
 */
export async function interleaved<Name extends string>(
  rounds: number,
  measurements: Readonly<Record<Name, Measurement>>,
  onRound: (round: number) => void = () => undefined,
): Promise<Record<Name, number[]>> {
  const names = Object.keys(measurements) as Name[];
  const values = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>;
  for (let round = 0; round < rounds; round += 1) {
    onRound(round + 1);
    for (const name of round % 2 === 0 ? names : names.toReversed()) values[name].push(await measurements[name]());
  }
  return values;
}
