-- What a generation was made from, kept with it: the project goes on changing, and may be deleted. Null in rows of before.

-- The document as it was compiled: that of the project at the run's revision.
alter table runs add column document text;

-- The flattened picture of each layer of the recipe, by the layer's name; null until the inputs were drawn for sending.
alter table generations add column layers text;
