/** Paragraphs for essays, no two of which are alike. */
export const tide = 'The tide comes in twice a day and leaves the harbour wall a little lower each time.';
export const gulls = 'Gulls follow the boats home because somebody always throws a crate of small fish away.';
export const ropes =
  'Old ropes hang in the sail loft, and nobody remembers which ship any of them came from.';
export const salt = 'Salt gets into every lock along the quay and no oil keeps it out for a whole winter.';
export const lamp = 'The lamp on the outer mole is lit by hand, which is why it is late on stormy evenings.';
export const nets = 'Nets are mended on the steps, and whoever passes by is asked to hold one end of them.';
