/** The properties in which programs and plugins keep the dates of a note. */

const created = new Set(
  (
    'created date datecreated createddate createdate creationdate createdat createtime createdtime creationtime ' +
    'createdon ctime publishdate pubdate datepublished 创建时间 创建日期 建立时间 建立日期'
  ).split(' '),
);
const modified = new Set(
  (
    'modified updated lastmod datemodified modifieddate modificationdate modifiedat modifytime ' +
    'modifiedtime dateupdated updateddate updatedate updatedat updatetime updatedtime lastmodified ' +
    'lastmodifiedat lastupdated lastupdate lastedited modifiedon updatedon mtime 更新时间 更新日期 ' +
    '修改时间 修改日期'
  ).split(' '),
);

/** Which date of the note a property gives, by its key in any spelling: `date-created`, `createdAt`. */
export function dateOfKey(key: string): 'created' | 'modified' | null {
  const name = key.toLowerCase().replace(/[\s_-]+/gu, '');
  if (created.has(name)) return 'created';
  return modified.has(name) ? 'modified' : null;
}
