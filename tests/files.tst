## Model files: ae_save and ae_load in both directions, against Python's
## packages, against damaged files, and the container under them.

%!shared data
%! data = fullfile (fileparts (which ("file_models")), "data");

%!function t = same (a, b)   # bits, classes, sizes, order of fields
%!  t = strcmp (class (a), class (b)) && isequal (size (a), size (b));
%!  if (! t)
%!    return;
%!  elseif (isstruct (a))
%!    t = isequal (fieldnames (a), fieldnames (b)) && same (struct2cell (a), struct2cell (b));
%!  elseif (iscell (a))
%!    t = all (cellfun (@same, a, b)(:));
%!  elseif (isfloat (a))
%!    words = {"uint32", "uint64"}{1 + isa(a, "double")};
%!    t = isequal (typecast (a(:), words), typecast (b(:), words));
%!  else
%!    t = isequal (a, b);
%!  endif
%!endfunction

%!function m = through_file (m)
%!  file = tempname ();
%!  unwind_protect
%!    ae_save (m, file);
%!    m = ae_load (file);
%!  unwind_protect_cleanup
%!    [~] = unlink (file);
%!  end_unwind_protect
%!endfunction

%!function bytes = raw (header, data)   # a file by hand
%!  bytes = [typecast(uint64 (numel (header)), "uint8"), uint8(header), uint8(data)];
%!endfunction

%!function varargout = read_raw (name, varargin)
%!  file = tempname ();
%!  fid = fopen (file, "w");
%!  fwrite (fid, raw (varargin{:}));
%!  fclose (fid);
%!  unwind_protect
%!    if (strcmp (name, "ae_load"))
%!      varargout{1} = ae_load (file);
%!    else
%!      [varargout{1:nargout}] = call_private (name, "ae_load", file);
%!    endif
%!  unwind_protect_cleanup
%!    delete (file);
%!  end_unwind_protect
%!endfunction

%!function d = numbers (n, shift)   # make_safetensors.py has the same
%!  if (nargin < 2)
%!    shift = 0;
%!  endif
%!  d = (mod ((1+shift:n+shift) * 7919, 1000) - 500) / 512;
%!endfunction

## ---- both directions are exact ----

%!test <*file_models> # every kind of value
%! for m = file_models ()
%!   assert (same (through_file (m{1}), m{1}));
%! endfor

%!test # a net of every layer type, in both precisions; odd shapes of weights
%! for precision = {"single", "double"}
%!   for net = file_nets (precision{1})
%!     assert (same (through_file (net{1}), net{1}));
%!   endfor
%! endfor

%!test # a net with every activation
%! layers = cellfun (@(a) ae_layer ("dense", 4, a), {__ae_choices__().name}, "UniformOutput", false);
%! net = ae_network (4, layers, "Seed", 1);
%! file = [tempname() ".safetensors"];
%! unwind_protect
%!   ae_save (net, file);
%!   back = ae_load (file);
%! unwind_protect_cleanup
%!   unlink (file);
%! end_unwind_protect
%! assert (back, net);
%! assert (ae_predict (back, eye (4)), ae_predict (net, eye (4)));
%!test # any bits of a weight: signed zeros, denormals, the largest
%! net = ae_network (3, {ae_layer("dense", 2)}, "Precision", "double");
%! net.layers(2).W = [-0, 5e-324, realmax; 1 + eps, -realmin, 0.1];
%! assert (same (through_file (net), net));

%!test # what Octave's own save makes of a loaded model is the same as well
%! m = file_models (){2};
%! n = through_file (m);
%! files = {tempname(), tempname()};
%! save ("-binary", files{1}, "n");
%! n = through_file (n);
%! save ("-binary", files{2}, "n");
%! a = cellfun (@fileread, files, "UniformOutput", false);
%! cellfun (@delete, files);
%! assert (strcmp (a{:}));

## ---- Python wrote, Octave reads ----

%!test # numbers of every type
%! [t, meta] = call_private ("file_read", "x", fullfile (data, "python_tensors.safetensors"));
%! v = cell2struct ({t.data}', strrep ({t.name}', "a \"name\"/\303\251", "quoted"), 1);
%! assert (v.f32, reshape (single (numbers (12)), 4, 3));
%! assert (v.f64, reshape (numbers (24), [4 3 2]) / 3);
%! assert (same (v.special, [0; -0; Inf; -Inf; NaN; 5e-324; realmax]));
%! assert (v.scalar, 2.5);
%! assert (v.vector, int32 (0:4)');
%! assert (v.empty, zeros (3, 0, "single"));
%! assert (v.bool, [true; false; true]);
%! assert (v.i8, int8 ([-128; 127]));
%! assert (v.i16, int16 ([-32768; 32767]));
%! assert (v.i64, [intmin("int64"); intmax("int64")]);
%! assert (v.u8, uint8 ([0; 255]));
%! assert (v.u16, uint16 ([0; 65535]));
%! assert (v.u32, [uint32(0); intmax("uint32")]);
%! assert (v.u64, [uint64(0); intmax("uint64")]);
%! assert (v.quoted, single (numbers (2))');
%! assert (meta.text, "\303\251 \"\n\\\t\360\237\230\200");

%!test # a model of a kind that the metadata name
%! p = ae_load (fullfile (data, "python_pca.safetensors"));
%! assert (same (p, struct ("kind", "pca", "input_size", [2 3 1], "mean", single (numbers (6))', ...
%!                          "components", eye (6, 2, "single"), "variances", single ([2; 1]), ...
%!                          "explained", single ([0.5; 0.25]), "total_variance", single (4), ...
%!                          "whiten", false, "n", 10)));

%!test # a PyTorch net, by its names and by Keras': the same weights, the same output
%! net = ae_network ([6 5 2], {ae_layer("conv2d", 3, [3 2], "relu"), ae_layer("batchnorm"), ...
%!                             ae_layer("conv2d_transpose", 4, [2 3], "Name", "up"), ...
%!                             ae_layer("conv2d", 1, [1 1])});
%! a = ae_load (fullfile (data, "python_torch.safetensors"), net);
%! b = ae_load (fullfile (data, "python_keras.safetensors"), net);
%! assert (same (a, b));
%! w = permute (reshape (numbers (36), [2 3 2 3]), [2 1 3 4]);   # h-w-in-out
%! assert (a.layers(2).W, single (w));
%! assert (a.layers(2).b', single (numbers (3, 100)));
%! t = call_private ("file_read", "x", fullfile (data, "python_torch.safetensors"));
%! x = permute (t(strcmp ({t.name}, "x")).data, [2 1 3 4]);   # w-h-c-n as the file has it
%! y = permute (t(strcmp ({t.name}, "y")).data, [2 1 3 4]);
%! assert (ae_predict (a, x), y, single (1e-5));

%!test # dense layers by either name, a double file into a single net
%! file = fullfile (data, "python_dense.safetensors");
%! net = ae_network (5, {ae_layer("dense", 2, "Name", "code"), ae_layer("dense", 5, "Name", "dense_2")});
%! net = ae_load (file, net);
%! assert (same (net.layers(2).W, single (reshape (numbers (10), 2, 5))));
%! assert (same (net.layers(2).b, single (numbers (2, 7))'));
%! assert (same (net.layers(3).W, single (reshape (numbers (10), 2, 5))'));
%! assert (net.layers(3).b', single (numbers (5)));
%! other = ae_network (5, {ae_layer("dense", 3, "Name", "code")});
%! fail ("ae_load (file, other)", "code/kernel must have the shape \\(5, 3\\), got \\(5, 2\\)");
%! other = ae_network (5, {ae_layer("dense", 3, "Name", "foo")});
%! fail ("ae_load (file, other)", "has neither foo/kernel nor foo.weight");
%! fail ("ae_load (file)", "no architecture; give the model that they belong to, as in ae_load \\(file, net\\)");
%! fail ("ae_load (file, file_models (){1})", "the model to fill must be a network, got a pca");

## ---- Octave wrote, Python reads ----

%!test # the bytes that make_safetensors.py has read are what ae_save writes
%! for name = {"octave_net", "octave_pca"}
%!   kept = fullfile (data, [name{1} ".safetensors"]);
%!   file = tempname ();
%!   ae_save (ae_load (kept), file);
%!   bytes = fileread (file);
%!   delete (file);
%!   assert (strcmp (bytes, fileread (kept)));
%! endfor

%!test # where Python and its package are there, they read what this Octave writes
%! if (system ("python3 -c 'import safetensors.numpy' >/dev/null 2>&1") == 0)
%!   folder = tempname ();
%!   mkdir (folder);
%!   make_octave_files (folder);
%!   [status, text] = system (sprintf ("python3 '%s' check '%s' 2>&1", ...
%!                                     fullfile (data, "..", "reference", "make_safetensors.py"), folder));
%!   confirm_recursive_rmdir (false, "local");
%!   rmdir (folder, "s");
%!   assert (strtrim (text), "ok");
%! endif

## ---- the container ----

%!test # what comes back is what went in, in its order; metadata of any name
%! t = struct ("name", {"b/1", "a", "é", "e"}, "data", {uint8(1:3), rand(2, 3, 2), single(5), zeros(0, 2)});
%! meta = struct ("step", sprintf ("%.17g", pi));
%! meta.("any \"name\"") = "x\\\n";
%! file = tempname ();
%! call_private ("file_write", "x", file, t, meta);
%! [u, v] = call_private ("file_read", "x", file);
%! delete (file);
%! assert (same ({u.name}, {t.name}));
%! assert (same ({u.data}, {t.data}));
%! assert (same (v, meta));
%! assert (sscanf (v.step, "%f"), pi);

%!test # arrays stand aligned to their elements
%! t = struct ("name", {"a", "b"}, "data", {uint8(1:3), pi});
%! file = tempname ();
%! call_private ("file_write", "x", file, t, struct ());
%! bytes = uint8 (fileread (file));
%! delete (file);
%! n = double (typecast (bytes(1:8), "uint64"));
%! assert (mod (n, 8), 0);
%! assert (typecast (bytes(9+n:16+n), "double"), pi);
%! assert (bytes(17+n:end), uint8 (1:3));

%!test # nothing at all is a file, too
%! file = tempname ();
%! call_private ("file_write", "x", file, struct ("name", {}, "data", {}), struct ());
%! [t, meta] = call_private ("file_read", "x", file);
%! delete (file);
%! assert (isempty (t));
%! assert (isempty (fieldnames (meta)));

%!function write_tensor (name, data, varargin)
%!  call_private ("file_write", "x", tempname (), struct ("name", name, "data", data), varargin{:});
%!endfunction
%!error <x: two tensors have the name a> write_tensor ({"a", "b", "a"}, 1, struct ())
%!error <must be a string, not empty> write_tensor ("", 1, struct ())
%!error <must be a string, not empty> write_tensor ("__metadata__", 1, struct ())
%!error <a must be a real, full numeric or logical array> write_tensor ("a", 1i, struct ())
%!error <a must be a real, full numeric or logical array> write_tensor ("a", "text", struct ())
%!error <metadata k must be a string, got 1> write_tensor ("a", 1, struct ("k", 1))
%!error <a string cannot be kept in a file: a byte is not UTF-8> write_tensor ("\377", 1, struct ())
%!error <the shape of a does not fit its 2 elements>
%! call_private ("file_write", "x", tempname (), struct ("name", "a", "data", [1 2], "shape", 3), struct ());

## ---- files that must be refused ----

%!error <ae_load: cannot read .*: \S> ae_load (tempname ())
%!error <it is not a regular file> ae_load (tempdir ())
%!error <it is not a regular file> ae_load ("/dev/zero")
%!error <file must be a file's name, got 5> ae_load (5)
%!error <Invalid call> ae_load ()
%!error <it has 2 bytes, fewer than any safetensors file>
%! file = tempname ();
%! fputs (f = fopen (file, "w"), "ab");
%! fclose (f);
%! unwind_protect
%!   ae_load (file);
%! unwind_protect_cleanup
%!   delete (file);
%! end_unwind_protect

%!test # a pipe does not hang
%! file = tempname ();
%! assert (mkfifo (file, 420), 0);
%! fail ("ae_load (file)", "it is not a regular file");
%! delete (file);

%!test # a header length is not believed
%! file = tempname ();
%! for n = {uint64(1e6), intmax("uint64"), uint64(2)^63, uint64(11)}
%!   fid = fopen (file, "w");
%!   fwrite (fid, [typecast(n{1}, "uint8"), uint8("{\"a\":1}   ")]);
%!   fclose (fid);
%!   fail ("ae_load (file)", "its header length is \\d+, the file has 18 bytes");
%! endfor
%! fid = fopen (file, "w");
%! fwrite (fid, [typecast(uint64 (1e7 + 1), "uint8"), zeros(1, 1e7 + 100, "uint8")]);
%! fclose (fid);
%! fail ("ae_load (file)", "its header has 10000001 bytes, more than 10000000");
%! delete (file);

%!test # rows of the header that lie
%! bad = {
%!   ' {"a":1}  ', 0, "does not begin with a JSON header";
%!   '{"a":1} x ', 0, "something follows the value at byte 9";
%!   '{"a":1,"a":2}', 0, 'the name "a" stands twice';
%!   '{"a":[1]}  ', 0, "a must have dtype, shape and data_offsets";
%!   '{"a":{"dtype":"F32","shape":[1]}}', 0, "a must have dtype, shape and data_offsets";
%!   '{"a":{"dtype":"F16","shape":[2],"data_offsets":[0,4]}}', 1:4, 'a has the number type "F16"; known are F32';
%!   '{"a":{"dtype":7,"shape":[2],"data_offsets":[0,4]}}', 1:4, "a has the number type 7";
%!   '{"a":{"dtype":"F32","shape":[1.5],"data_offsets":[0,4]}}', 1:4, "the shape of a is not a list";
%!   '{"a":{"dtype":"F32","shape":[-1],"data_offsets":[0,4]}}', 1:4, "the shape of a is not a list";
%!   '{"a":{"dtype":"F32","shape":"x","data_offsets":[0,4]}}', 1:4, "the shape of a is not a list";
%!   '{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,4]}}', 1:4, "has not as many bytes as its shape says";
%!   '{"a":{"dtype":"F32","shape":[4294967296,4294967296],"data_offsets":[0,0]}}', [], "has not as many bytes";
%!   '{"a":{"dtype":"F32","shape":[0,1e15],"data_offsets":[0,0]}}', [], "has not as many bytes";
%!   '{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,8]}}', 1:4, "a does not lie inside the file";
%!   '{"a":{"dtype":"F32","shape":[1],"data_offsets":[4,0]}}', 1:4, "a does not lie inside the file";
%!   '{"a":{"dtype":"F32","shape":[1],"data_offsets":[-4,0]}}', 1:4, "a does not lie inside the file";
%!   '{"a":{"dtype":"F32","shape":[1],"data_offsets":[0]}}', 1:4, "a does not lie inside the file";
%!   '{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}', 1:5, "overlap or do not fill";
%!   '{"a":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}', 1:8, "overlap or do not fill";
%!   ['{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},' ...
%!    '"b":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}'], 1:4, "overlap or do not fill";
%!   '{"__metadata__":{"x":1}}', [], "its metadata are not strings";
%!   '{"__metadata__":"x"}', [], "its metadata are not strings";
%!   '{"a":[[[[', [], "the text ends too early"};
%! for row = bad'
%!   fail ("read_raw (\"file_read\", row{1:2})", row{3});
%! endfor

%!function model = described (json)   # a file with this architecture
%!  meta = struct ("format", "autoencoder", "format_version", "1", "kind", "x", "architecture", json);
%!  file = tempname ();
%!  call_private ("file_write", "x", file, struct ("name", "a", "data", 1), meta);
%!  unwind_protect
%!    model = ae_load (file);
%!  unwind_protect_cleanup
%!    delete (file);
%!  end_unwind_protect
%!endfunction

%!test # architectures that lie
%! deep = [repmat('{"a":', 1, 100) '1' repmat('}', 1, 100)];
%! bad = {
%!   "", "in its architecture the text ends too early";
%!   "[1]", "names no kind of model";
%!   '{"kind":1}', "names no kind of model";
%!   ['{"kind":"pca","x":' deep "}"], "nested too deeply";
%!   '{"kind":"pca","x-y":1}', "a list of field names in its architecture is damaged";
%!   '{"kind":"pca","x":[[1],[2]]}', "a list in its architecture is not of numbers";
%!   '{"kind":"pca","x":{"$tensor":"b"}}', 'it has no tensor "b"';
%!   '{"kind":"pca","x":{"$tensor":1}}', "it has no tensor 1";
%!   '{"kind":"pca","x":{"$class":"function_handle","$size":[1,1],"$values":[1]}}', "an array in its architecture is damaged";
%!   '{"kind":"pca","x":{"$class":"single","$size":[1,2],"$values":[1]}}', "the size of an array";
%!   '{"kind":"pca","x":{"$class":"single","$size":[1000000,1000000,0],"$values":[]}}', "PCA";
%!   '{"kind":"pca","x":{"$class":"single","$size":[1e300,0],"$values":[]}}', "the size of an array";
%!   '{"kind":"pca","x":{"$class":"char","$size":[1,1],"$values":[300]}}', "a string in its architecture is damaged";
%!   '{"kind":"pca","x":{"$class":"char","$values":[30]}}', "an array in its architecture has no size";
%!   '{"kind":"pca","x":{"$cell":1,"$size":"a"}}', "the size of an array";
%!   '{"kind":"pca","x":{"$cell":"a","$size":[1,1]}}', "a list in its architecture is none";
%!   '{"kind":"pca","x":{"$struct":[1],"$size":[1,1]}}', "has no list of its fields";
%!   '{"kind":"pca","x":{"$struct":[{"a":1}],"$size":[1,1],"$fields":["b"]}}', "different fields";
%!   '{"kind":"network"}', "has no layers";
%!   '{"kind":"network","layers":[1],"$fields":["type"]}', "its layers are not a list of objects";
%!   '{"kind":"network","layers":[{"x":1}],"$fields":["type"]}', 'layer 1 has the field "x"';
%!   '{"kind":"network","layers":[{"type":1}],"$fields":["type","type"]}', "list of field names";
%!   '{"kind":"network","layers":[{"type":"input"},{"type":"eval"}],"$fields":["type"]}', "ae_load: ";
%!   '{"kind":"forest"}', "ae_load: "};
%! for row = bad'
%!   fail ("described (row{1})", row{2});
%! endfor

%!test # another version of the format
%! file = tempname ();
%! meta = struct ("format", "autoencoder", "format_version", "2", "architecture", "{}");
%! call_private ("file_write", "x", file, struct ("name", "a", "data", 1), meta);
%! fail ("ae_load (file)", "its format version is not 1");
%! delete (file);

%!test # damaged files: 500 here, 20,000 by hand
%! counts = fuzz_load (500, 1, [file_models(), file_nets("single")]);
%! assert (sum (cell2mat (struct2cell (counts))), 500);
%! assert (counts.loaded > 5);

%!test # files cut short, and with one byte changed (tools/fuzz.sh has them all)
%! counts = fuzz_bytes (401);
%! assert (counts.refused > 20);
%! assert (counts.read > 5);

## ---- a disk that is full ----

%!test # the old file stays (the C tests have more of this kind)
%! if (isunix ())
%!   folder = tempname ();
%!   mkdir (folder);
%!   file = fullfile (folder, "m");
%!   p = file_models (){1};
%!   ae_save (p, file);
%!   program = sprintf ("addpath ('%s', '%s'); p = ae_load ('%s'); p.more = ones (1, 1e5); ae_save (p, '%s')", ...
%!                      fileparts (which ("ae_save")), fileparts (which ("__ae_write_file__")), file, file);
%!   [status, text] = system (sprintf ("ulimit -f 100; '%s' --norc --no-history --eval \"%s\" 2>&1", ...
%!                                     fullfile (OCTAVE_HOME (), "bin", "octave-cli"), program));
%!   assert (status != 0);
%!   assert (! isempty (strfind (text, "the file would be larger than the system allows")), text);
%!   assert (same (ae_load (file), p));
%!   assert (numel (readdir (folder)), 3);
%!   confirm_recursive_rmdir (false, "local");
%!   rmdir (folder, "s");
%! endif
