/** The properties in which programs and plugins keep the dates of a note. */

const created = new Set(
  (
    'created date datecreated createddate creationdate createdat createtime createdtime creationtime ' +
    'ctime publishdate datepublished'
  ).split(' '),
);
const modified = new Set(
  (
    'modified updated lastmod datemodified modifieddate modificationdate modifiedat modifytime ' +
    'modifiedtime dateupdated updateddate updatedate updatedat updatetime updatedtime lastmodified ' +
    'lastmodifiedat lastupdated lastupdate lastedited mtime'
  ).split(' '),
);

/** Which date of the note a property gives, by its key in any spelling: `date-created`, `createdAt`. */
export function dateOfKey(key: string): 'created' | 'modified' | null {
  const name = key.toLowerCase().replace(/[\s_-]+/gu, '');
  if (created.has(name)) return 'created';
  return modified.has(name) ? 'modified' : null;
}
