// Packages live outside the world in which a test file runs (native-packages.mjs): on both sides the same names must mean the same classes,
// and what is written without a name ([], an async function's promise, an error of the engine) must be one of them.
import { createRequire } from 'node:module';
import { TestEnvironment } from 'jest-environment-node';

const CLASSES = [
  'Object',
  'Function',
  'Array',
  'Date',
  'RegExp',
  'Promise',
  'Map',
  'Set',
  'Error',
  'AggregateError',
  'RangeError',
  'SyntaxError',
  'TypeError',
];

export default class NativeEnvironment extends TestEnvironment {
  constructor(config, context) {
    super(config, context);
    for (const name of CLASSES) {
      const [inner, outer] = [this.global[name].prototype, globalThis[name].prototype];
      inner.constructor = outer.constructor;
      // Nothing can stand behind Object.prototype.
      if (name !== 'Object') Object.setPrototypeOf(inner, outer);
      this.global[name] = outer.constructor;
    }
    // Holds what decorators write for Nest.
    this.global.Reflect = Reflect;
    this.global.nativeRequire = createRequire(import.meta.url);
    // The entities of the file before.
    delete globalThis.typeormMetadataArgsStorage;
  }
}
