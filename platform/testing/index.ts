/** The testing room: what tests find on this machine. Nothing that runs in production comes here. */
export { chromiumArguments, findBareChromium, findChromium, findProgram } from './programs.ts';
