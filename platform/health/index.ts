/** The health room: is this process up, may requests come, what do its figures say, and what should be mended. */
export { askCheck } from './ask-checks.ts';
export { counter, type Count } from './metrics.ts';
export { mountHealth } from './mount-health.ts';
export { platformChecks } from './platform-checks.ts';
export { programVersion } from './version.ts';
