/** An id as part of a file's name that can lead nowhere: letters, digits, dots and dashes. */
export const fileNameOf = (id: string): string => id.replace(/[^\p{L}\p{N}._-]+/gu, '-').replace(/^\.+/, '')
