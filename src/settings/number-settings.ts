/** Settings that are whole numbers. */
import { z } from 'zod';

export const related = z
  .int()
  .min(0)
  .max(10)
  .meta({
    description: 'How many related notes a page lists, at most, each with why; 0 for none.',
    values: 'a whole number from 0 to 10',
  })
  .default(5);

/** One page in each file loads least: hosts that limit the number of files want more. */
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
