const oldest = [20, 19];

/** Ends the process with what to do, where Node is too old to start anything here. */
export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > oldest[0] || (major === oldest[0] && minor >= oldest[1])) return;
  console.error(
    `Yieldcast needs Node ${oldest.join(".")} or later; this is ${process.versions.node}. See https://nodejs.org`,
  );
  process.exit(1);
}
