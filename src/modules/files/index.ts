import { StoredFileEntity } from './stored-file.entity.js';
import { UploadPartEntity } from './upload-part.entity.js';
import { UploadEntity } from './upload.entity.js';

export { attachedFile, type AttachedFile, newAttachedFile, type NewAttachedFile } from './attached-file.schemas.js';
export { FileAnswers } from './file-answers.service.js';
export { FILE_SWEEP } from './file-sweep.service.js';
export { FilesModule } from './files.module.js';
export { type FileHolder, FilesService } from './files.service.js';
export { Uploads } from './uploads.service.js';
export const filesEntities = [StoredFileEntity, UploadEntity, UploadPartEntity];
