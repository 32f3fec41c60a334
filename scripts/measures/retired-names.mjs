/** Names that are retired and declared all the same. */
import ts from 'typescript';
import { retiredIdentifiersIn } from '../retired-identifiers.mjs';

/** `files` are all that is written, specs and scripts included. */
export function retiredNames(files) {
  const places = files.flatMap(({ path, text }) => {
    const tree = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
    return retiredIdentifiersIn(path, tree).map(
      ({ name, start, now }) => `${path}:${tree.getLineAndCharacterOfPosition(start).line + 1} ${name} (now: ${now})`,
    );
  });
  return {
    name: 'retired-identifiers',
    says: 'retired identifiers',
    value: places.length,
    bar: 0,
    worst: places,
  };
}
