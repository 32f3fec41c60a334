/** One of three files of one name. [same-file-names] */
export const standing = 0;
