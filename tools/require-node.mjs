const oldest = { major: 20, minor: 19 };

/** Ends the process with what to do, where Node is too old to start anything here. */
export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > oldest.major || (major === oldest.major && minor >= oldest.minor)) return;
  console.error(
    `Yieldcast needs Node ${oldest.major}.${oldest.minor} or later; this is ${process.versions.node}. See https://nodejs.org`,
  );
  process.exit(1);
}
