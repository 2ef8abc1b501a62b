/** In the place of Next's copy of Node's `process`, into which browsers' libraries look, and find nothing. */
const process = { env: {} };
export default process;
