/* What mypyc's code calls where something fails, or where a number is larger than any here: the compiler keeps the
 * way there apart from the rest, so that what does run takes half the room in the processor's caches. */
#if __has_include(<CPy.h>)
#include <CPy.h>
#define RARE(function) __typeof__(function) function __attribute__((cold))
RARE(CPy_AddTraceback);
RARE(CPy_AttributeError);
RARE(CPy_TypeError);
RARE(CPy_TypeErrorTraceback);
RARE(CPyError_OutOfMemory);
RARE(PyErr_SetString);
RARE(CPy_DecRef);
RARE(CPy_XDecRef);
RARE(CPyTagged_DecRef);
RARE(CPyTagged_IncRef);
RARE(CPyTagged_XDecRef);
RARE(CPyTagged_Add_);
RARE(CPyTagged_Subtract_);
RARE(CPyTagged_IsEq_);
RARE(CPyTagged_IsLt_);
RARE(CPyTagged_BitwiseLongOp_);
#endif
