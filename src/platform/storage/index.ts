export { BlobStore } from './blob-store.js';
export { contentFault, type FileFault, FILE_ENDINGS, FILE_MEDIA, type NamedFile, namedFile, plainName } from './file-types.js';
export { contentsOf, discard, receive, type ReceivedFile } from './received-file.js';
