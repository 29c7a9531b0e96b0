# The package from the outside: `make help` tells what there is.

VERSION := $(shell sed -n 's/^Version: *//p' DESCRIPTION)
TARBALL = autoencoder-$(VERSION).tar.gz
OCTAVE = octave-cli --no-history --norc --no-init-file
COUNT ?= 100
JOBS ?= $(shell nproc 2> /dev/null || echo 2)
SRC = $(MAKE) -s -C src -j$(JOBS)
TESTS_C = $(MAKE) -s -C tests/c -j$(JOBS)

.PHONY: help setup build demo check check-install dist install bench asan coverage attack faults fuzz soak doc clean bench-peers bench-cost perf-check portability chroot-check release
.DEFAULT_GOAL := build

help:
	@echo 'make demo           train the autoencoder of the lecture, pictures in demo-output/'
	@echo 'make check          set up, build, and run every test'
	@echo 'make setup          install what is missing (Debian; as root or through sudo)'
	@echo 'make build          compile the MEX files (also: make)'
	@echo 'make dist           $(TARBALL), for pkg install'
	@echo 'make release        the same, with its SHA-256 and the entry for the index of packages'
	@echo 'make install        make dist, and install that in your Octave'
	@echo 'make check-install  make dist, and try that in an Octave of its own'
	@echo 'make bench          side by side with PyTorch, scikit-learn and others: bench/RESULTS.md'
	@echo 'make bench-peers    install those in bench/peers (Python, 2 GB); PYTHON=bench/peers/bin/python3'
	@echo 'make bench-cost     what an epoch costs against n, batch, width, ...: bench/COST.md'
	@echo 'make perf-check     no kernel takes 15 % more instructions than written down (valgrind)'
	@echo 'make asan           the tests under the address and undefined-behaviour sanitizers'
	@echo 'make portability    other compilers, systems, processors and BLASes (STEPS: some of them)'
	@echo 'make chroot-check   Debian bullseye, trixie and sid by debootstrap (root; SUITES: some of them)'
	@echo 'make coverage       the tests, and how many lines of C they reach'
	@echo 'make attack         every public function with 86,000 wrong calls; half an hour'
	@echo 'make faults         no memory, kill -9, full disks, little memory, Ctrl-C at a terminal (needs python3)'
	@echo 'make fuzz           the readers of files, with clang'"'"'s libFuzzer, and damaged models'
	@echo 'make soak           an hour of everything; the memory must not grow (MINUTES=60)'
	@echo 'make doc            the manual in doc/build: html/, autoencoder.info, .pdf, .qch'
	@echo 'make clean          remove everything that was made'

setup:
	@tools/setup.sh

build: setup
	@$(SRC) -q all 2> /dev/null || echo 'building the MEX files: a minute or two the first time'
	@$(SRC) all

demo: build
	@mkdir -p demo-output
	@cd demo-output && $(OCTAVE) --eval "addpath ('../tests'); package_path (); ae_demo ('dense')"

check: build
	@$(TESTS_C) all
	@tools/check.sh

dist: doc
	@tools/dist.sh $(TARBALL)

release:
	@URL='$(URL)' MAINTAINER='$(MAINTAINER)' tools/release.sh $(TARBALL)

install: setup dist
	@echo 'pkg install compiles the package for this machine: a minute or two ...'
	@$(OCTAVE) --eval "pkg install -verbose $(TARBALL)" > /dev/null
	@tools/install_info.sh
	@echo 'installed: type "pkg load autoencoder" in Octave, then "autoencoder" or "ae_demo"'

check-install: setup dist
	@tools/check_install.sh $(TARBALL)

bench: build
	@bench/run.sh

bench-cost: build
	@octave-cli --no-history --norc --path "$$PWD/inst" --path "$$PWD/src" bench/bench_cost.m

bench-peers:
	python3 -m venv bench/peers
	bench/peers/bin/pip install -q torch keras scikit-learn scikit-learn-intelex openTSNE umap-learn

perf-check: build
	@tools/perf_check.sh

asan: setup
	@tools/asan.sh

portability: build
	@tools/portability.sh $(STEPS)

chroot-check: dist
	@tools/chroot_check.sh $(TARBALL) $(SUITES)

coverage: setup
	@tools/coverage.sh

attack: build
	@tools/attack.sh

faults: build
	@tools/allocations.sh
	@python3 tests/faults/faults.py --count $(COUNT)

fuzz:
	@tools/fuzz.sh

soak: build
	@tools/soak.sh

doc: build
	@tools/manual.sh

clean:
	@$(MAKE) -s -C src clean
	rm -rf src/build-* doc/build demo-output autoencoder-*.tar.gz autoencoder-*.tar.gz.sha256
