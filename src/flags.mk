# What this compiler and this system can do; src/Makefile and tests/c/Makefile
# read it.  CC and BUILD are set.  From the environment or the command line:
#   OPENMP   the flags for OpenMP; empty: the core starts threads of its own
#   MPICC    MPI's compiler; empty: training stays in one process

MACHINE := $(shell $(CC) -dumpmachine)
SYSTEM = $(if $(findstring mingw,$(MACHINE)),windows,posix)
CLANG := $(shell $(CC) --version | grep -io clang | head -n 1)

# $(call builds,PROGRAM,FLAGS): "yes" when the compiler makes a program of it.
builds = $(shell mkdir -p $(BUILD); printf '%b' '$(1)' | $(CC) -x c - -o $(BUILD)/probe $(2) > /dev/null 2>&1 && echo yes; \
  rm -f $(BUILD)/probe $(BUILD)/probe.exe)
comma = ,
empty = int main (void) { return 0; }

ifeq (,$(filter clean,$(MAKECMDGOALS)))
ifeq (undefined,$(origin OPENMP))
parallel = \043include <omp.h>\nint main (void) { return omp_get_max_threads () < 1; }
OPENMP := $(if $(call builds,$(parallel),-fopenmp),-fopenmp,\
  $(if $(call builds,$(parallel),-Xpreprocessor -fopenmp -lomp),-Xpreprocessor -fopenmp -lomp))
endif
DL := $(if $(call builds,$(empty),-ldl),-ldl)

# MPI's own flags, from the command that its compiler would run; none when no
# program can be made with them (another processor's compiler, missing headers).
MPICC ?= $(if $(filter posix,$(SYSTEM)),mpicc)
mpi_flags := $(filter -I% -D% -L% -l% -Wl% -pthread,$(if $(MPICC),$(shell $(MPICC) -show 2> /dev/null)))
mpi_program = \043include <mpi.h>\nint main (void) { return MPI_Init (0, 0); }
MPI := $(if $(mpi_flags),$(if $(call builds,$(mpi_program),$(mpi_flags)),$(mpi_flags)))
endif

# Loops marked "omp simd" count as such without OpenMP as well.
THREADS = $(if $(strip $(OPENMP)),$(OPENMP),-pthread -fopenmp-simd)
CREW = $(if $(strip $(OPENMP)),crew_openmp,crew_pthreads)
SYSTEM_LIBS = $(THREADS) -lm $(DL)

# The old floating-point unit of 32-bit x86 keeps more digits than the memory does,
# so that a number is not what it was a line ago.
FLOATS = $(if $(filter i386-% i486-% i586-% i686-%,$(MACHINE)),-msse2 -mfpmath=sse)

# The last row of a table is { NULL }, and the rest of it zeros, as C has it; clang doubts that.
ENDS = $(if $(CLANG),-Wno-missing-field-initializers)

# Files of more than 2 GB on 32-bit systems, too.
LARGE = -D_FILE_OFFSET_BITS=64

# Windows' own printf does not know %zu; mingw has one that does.
FORMATS = $(if $(filter windows,$(SYSTEM)),-D__USE_MINGW_ANSI_STDIO=1 $(if $(CLANG),,-DAE_PRINTF=gnu_printf))

# On 64-bit Windows gcc takes the stack to be aligned better than it is (PR
# 54412), so that wide vectors on it crash, unless the assembler writes every
# aligned move as one that need not be.
UNALIGNED =
WIDE = yes
ifeq (windows,$(SYSTEM))
ifeq (,$(CLANG))
UNALIGNED := $(if $(call builds,$(empty),-Wa$(comma)-muse-unaligned-vector-move),-Wa$(comma)-muse-unaligned-vector-move)
WIDE = $(if $(UNALIGNED),yes)
endif
endif
