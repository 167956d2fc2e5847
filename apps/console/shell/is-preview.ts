/**
 * True in the preview of the design alone (`vite build --mode preview`): there, what is drawn but does nothing yet is
 * shown for its looks. In the product a button that does nothing is not there.
 */
export const isPreview = import.meta.env.MODE === 'preview';
