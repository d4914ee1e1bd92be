// Several text files as one ZIP archive, stored without compression. Part of globalThis.vecina.
(() => {
  "use strict";
  const TABLE = Uint32Array.from({ length: 256 }, (_, number) => {
    let value = number;
    for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
    return value >>> 0;
  });
  const checksum = (bytes) => {
    let value = 0xffffffff;
    for (const byte of bytes) value = TABLE[(value ^ byte) & 0xff] ^ (value >>> 8);
    return (value ^ 0xffffffff) >>> 0;
  };
  // Numbers as [value, octets], little end first.
  const packed = (...numbers) => Uint8Array.from(numbers.flatMap(([value, size]) => Array.from({ length: size }, (_, at) => (value >>> (8 * at)) & 0xff)));

  // The archive as parts for a Blob; `files` are pairs of path and text.
  const zip = (files) => {
    const encoder = new TextEncoder();
    const parts = [];
    const directory = [];
    let offset = 0;
    for (const [path, text] of files) {
      const name = encoder.encode(path);
      const bytes = encoder.encode(text);
      // flags: UTF-8 names; stored; 1980-01-01, so that the same records give the same archive
      const common = [[0x0800, 2], [0, 2], [0, 2], [33, 2], [checksum(bytes), 4], [bytes.length, 4], [bytes.length, 4], [name.length, 2], [0, 2]];
      const local = packed([0x04034b50, 4], [20, 2], ...common);
      parts.push(local, name, bytes);
      directory.push(packed([0x02014b50, 4], [20, 2], [20, 2], ...common, [0, 2], [0, 2], [0, 2], [0, 4], [offset, 4]), name);
      offset += local.length + name.length + bytes.length;
    }
    const size = directory.reduce((sum, part) => sum + part.length, 0);
    const end = packed([0x06054b50, 4], [0, 2], [0, 2], [files.length, 2], [files.length, 2], [size, 4], [offset, 4], [0, 2]);
    return [...parts, ...directory, end];
  };

  globalThis.vecina.zip = zip;
})();
