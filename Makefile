build:
	$(MAKE) -C src -j2 all
.PHONY: build
