import { runInContext } from "node:vm";
import { TestEnvironment as NodeEnvironment } from "jest-environment-node";

/**
 * What tests and the code that they test look up all the time, and nobody replaces. What fake timers replace
 * is not among it.
 */
const builtIn = [
  "Array",
  "ArrayBuffer",
  "BigInt",
  "Boolean",
  "Buffer",
  "DataView",
  "Error",
  "Float32Array",
  "Float64Array",
  "Int16Array",
  "Int32Array",
  "Int8Array",
  "JSON",
  "Map",
  "Math",
  "Number",
  "Object",
  "Promise",
  "RangeError",
  "Reflect",
  "RegExp",
  "Set",
  "String",
  "Symbol",
  "TextDecoder",
  "TextEncoder",
  "TypeError",
  "Uint16Array",
  "Uint32Array",
  "Uint8Array",
  "WeakMap",
  "isNaN",
  "parseFloat",
  "parseInt",
];

/**
 * Jest's own, with built-in objects at hand. In the contexts in which Jest runs tests each look at a global,
 * such as `Math`, asks a handler in C++; a constant of the context's outermost scope is found before it.
 * Mixing a song is seven times as fast.
 */
export default class TestEnvironment extends NodeEnvironment {
  /** @override */
  async setup() {
    await super.setup();
    const context = this.getVmContext();
    if (context) runInContext(`const { ${builtIn.join(", ")} } = globalThis;`, context);
  }
}
