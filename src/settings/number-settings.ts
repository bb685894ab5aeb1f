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

/** Hosts limit the number of files; one page in each file loads least where a host sends no part of a file. */
export const searchTextsPerFile = z
  .int()
  .min(1)
  .max(100)
  .meta({
    description:
      'How many pages share a file of texts for the search, whose words then are in many small files: for hosts that send no part of a file. Without it both are in some hundred files, and in some dozen with more than 2,000 pages.',
    values: 'a whole number from 1 to 100',
  })
  .optional();
