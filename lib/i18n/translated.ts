/** The same keys with any text: what a translation of `Source` must be, no key more and none less. */
export type Translated<Source> = {
  readonly [Key in keyof Source]: Source[Key] extends string ? string : Translated<Source[Key]>;
};
