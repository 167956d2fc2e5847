/** How often strangers do what anybody may: bounds kept in memory, each process for itself. */
export { newHourly } from './hourly.ts';
