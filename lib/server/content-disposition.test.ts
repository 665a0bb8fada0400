import { expect, test } from "vitest";
import { attachment } from "./content-disposition.ts";

test.each([
  ["Perfume v3-1.png", "attachment; filename=\"Perfume v3-1.png\"; filename*=UTF-8''Perfume%20v3-1.png"],
  ["晚霞.png", "attachment; filename=\"__.png\"; filename*=UTF-8''%E6%99%9A%E9%9C%9E.png"],
  ['"; x="y', "attachment; filename=\"_; x=_y\"; filename*=UTF-8''%22%3B%20x%3D%22y"],
  [
    "it's 100%\r\nset-cookie: a",
    "attachment; filename=\"it's 100___set-cookie: a\"; filename*=UTF-8''it%27s%20100%25%0D%0Aset-cookie%3A%20a",
  ],
  ["\ud800", "attachment; filename=\"_\"; filename*=UTF-8''%EF%BF%BD"],
])("%j is a header that any server may send", (fileName, header) => {
  expect(attachment(fileName)).toBe(header);
  expect(() => new Headers({ "content-disposition": header })).not.toThrow();
});
