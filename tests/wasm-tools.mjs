// wasm-tools, out of the packages that convert-suites.sh has installed.
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** Loads fresh tools at each call: a trap leaves them unusable. */
export function loader(packages) {
  const url = pathToFileURL(
    path.join(packages, '@bytecodealliance/jco-transpile/vendor/wasm-tools.js')).href;
  let loads = 0;
  return async () => {
    const module = await import(url + '?load=' + loads++);
    await module.$init;
    return module.tools;
  };
}
