import { Injectable, StreamableFile } from '@nestjs/common';
import { BlobStore } from '../../platform/storage/index.js';
import { type FileHolder, FilesService } from './files.service.js';

/** Files as answers. Whether the reader may have one is its holder's question. */
@Injectable()
export class FileAnswers {
  constructor(
    private readonly files: FilesService,
    private readonly blobs: BlobStore,
  ) {}

  /**
   * Always to be saved, never shown by the browser.
   * @param name instead of the one it was sent with, without ending
   * @throws DomainError `file.not-found` (404).
   */
  async of(holder: Pick<FileHolder, 'kind' | 'id'>, id: string, name?: string): Promise<StreamableFile> {
    const file = await this.files.facts(holder, id);
    return new StreamableFile(await this.blobs.read(id), {
      type: file.type,
      length: file.bytes,
      disposition: disposition(name === undefined ? file.name : `${name}.${file.ending}`),
    });
  }
}

/** RFC 6266: a plain name for old programs, the right one beside it. */
export function disposition(name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%;]/g, '_');
  const exact = encodeURIComponent(name).replace(/['()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
  return `attachment; filename="${plain}"; filename*=UTF-8''${exact}`;
}
