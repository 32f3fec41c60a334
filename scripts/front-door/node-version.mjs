const LEAST = [20, 19];

/** Ends the process with a message when Node is too old; must itself run on very old ones. */
export function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > LEAST[0] || (major === LEAST[0] && minor >= LEAST[1])) return;
  console.error(
    `需要 Node ${LEAST.join('.')} 以上，当前为 ${process.versions.node}。\nNode ${LEAST.join('.')} or newer is needed; this ` +
      `is ${process.versions.node}. https://nodejs.org`,
  );
  process.exit(1);
}
