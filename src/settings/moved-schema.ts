/** The settings of a garden whose notes were published with another program before. */
import { z } from 'zod';
import { formerTools } from '../garden/former-tool.ts';

const pattern = z
  .string()
  .regex(/^(?:date|pretty|ordinal|none|\/?[^\s?#]*:[a-z_]+[^\s?#]*)$/u)
  .meta({ values: 'a pattern such as /:year/:month/:title/' });

const toolNames = `${formerTools.slice(0, -1).join(', ')} or ${formerTools.at(-1)}`;
const tool = z.enum(formerTools).meta({ values: toolNames });

export const movedSettings = z
  .strictObject({
    from: z
      .union([tool, z.array(tool)])
      .meta({
        description:
          'The program that published the notes before: its addresses lead to the pages, what it held back stays unpublished, and its categories are tags.',
        values: `${toolNames}, or a list of them`,
      })
      .optional(),
    addresses: z
      .union([pattern, z.array(pattern)])
      .meta({
        description: 'Its pattern of addresses, where that was not its default.',
        values: 'a pattern such as /:year/:month/:title/, or a list of them',
      })
      .optional(),
  })
  .meta({ description: 'Where the notes come from.' })
  .prefault({});
