/** Settings of the search. */
import { z } from 'zod';

/** How many pages share a file of texts: 1 loads least, more leave fewer files. */
export const searchTextsPerFile = z
  .int()
  .min(1)
  .max(100)
  .meta({
    description:
      'How many pages share a file of texts for the search: more leave fewer files in the site, and each result loads more.',
    values: 'a whole number from 1 to 100',
  })
  .default(1);
