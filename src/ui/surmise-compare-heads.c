/* surmise-compare-heads.c – the models of a comparison, each above its column
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "surmise-compare-heads.h"

#include <glib/gi18n.h>

#include "surmise-compare-columns.h"
#include "surmise-compare-head.h"

#define LINE_GAP 6

/**
 * SurmiseCompareHeads:
 *
 * A head stays with its question while others come and go, so that what was toggled stays toggled. In the corner above
 * the names is the way to one more model.
 */
struct _SurmiseCompareHeads
{
  GtkWidget          parent_instance;

  GtkWidget         *add;        /* (owned by being its parent) */
  GPtrArray         *heads;      /* of SurmiseCompareHead (owned by being their parent) */
  SurmiseComparison *comparison; /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (SurmiseCompareHeads, surmise_compare_heads, GTK_TYPE_WIDGET)

enum { ADD_CLICKED, BOXES_CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

static guint
find_head (SurmiseCompareHeads *self,
           gpointer             head)
{
  guint position = 0;

  g_ptr_array_find (self->heads, head, &position);

  return position;
}

static void
on_boxes_toggled (SurmiseCompareHeads *self)
{
  g_signal_emit (self, signals[BOXES_CHANGED], 0);
}

static void
on_remove_clicked (SurmiseCompareHeads *self,
                   GtkWidget           *head)
{
  /* The button that has the focus goes: the one that brings a model back is the nearest thing to it. */
  gtk_widget_grab_focus (self->add);
  surmise_comparison_remove (self->comparison, find_head (self, head));
}

static void
on_retry_clicked (SurmiseCompareHeads *self,
                  GtkWidget           *head)
{
  surmise_comparison_retry (self->comparison, find_head (self, head));
}

static void
on_add_clicked (SurmiseCompareHeads *self)
{
  g_signal_emit (self, signals[ADD_CLICKED], 0);
}

static int
measure_child (GtkWidget      *child,
               GtkOrientation  orientation,
               int             for_size,
               int            *natural)
{
  int minimum = 0;

  *natural = 0;
  if (gtk_widget_should_layout (child))
    gtk_widget_measure (child, orientation, for_size, &minimum, natural, NULL, NULL);

  return minimum;
}

static int
get_height (SurmiseCompareHeads   *self,
            SurmiseCompareColumns *columns)
{
  int height = 0, natural;

  for (guint i = 0; i < columns->n; i++)
    {
      measure_child (self->heads->pdata[i], GTK_ORIENTATION_VERTICAL, columns->width[i], &natural);
      height = columns->narrow ? height + natural + LINE_GAP : MAX (height, natural);
    }
  measure_child (self->add, GTK_ORIENTATION_VERTICAL, -1, &natural);

  return columns->narrow ? height + natural : MAX (height, natural);
}

static GtkSizeRequestMode
surmise_compare_heads_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
surmise_compare_heads_measure (GtkWidget      *widget,
                               GtkOrientation  orientation,
                               int             for_size,
                               int            *minimum,
                               int            *natural,
                               int            *minimum_baseline,
                               int            *natural_baseline)
{
  SurmiseCompareHeads *self = SURMISE_COMPARE_HEADS (widget);
  SurmiseCompareColumns columns;
  int most = 0, ignored;

  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      surmise_compare_columns_init (&columns, self->heads->len, for_size);
      *minimum = *natural = get_height (self, &columns);
      return;
    }

  for (guint i = 0; i < self->heads->len; i++)
    most = MAX (most, measure_child (self->heads->pdata[i], orientation, -1, &ignored));
  *minimum = MAX (most, measure_child (self->add, orientation, -1, &ignored));
  *natural = *minimum;
}

static void
surmise_compare_heads_size_allocate (GtkWidget *widget,
                                     int        width,
                                     int        height,
                                     int        baseline)
{
  SurmiseCompareHeads *self = SURMISE_COMPARE_HEADS (widget);
  SurmiseCompareColumns columns;
  int y = 0, natural, add_width, add_height;

  surmise_compare_columns_init (&columns, self->heads->len, width);
  for (guint i = 0; i < columns.n; i++)
    {
      measure_child (self->heads->pdata[i], GTK_ORIENTATION_VERTICAL, columns.width[i], &natural);
      surmise_compare_columns_allocate (self->heads->pdata[i],
                                        (GtkAllocation) { columns.x[i], y, columns.width[i],
                                                          columns.narrow ? natural : height },
                                        width);
      if (columns.narrow)
        y += natural + LINE_GAP;
    }

  measure_child (self->add, GTK_ORIENTATION_HORIZONTAL, -1, &add_width);
  measure_child (self->add, GTK_ORIENTATION_VERTICAL, -1, &add_height);
  surmise_compare_columns_allocate (self->add,
                                    (GtkAllocation) { 0, height - add_height, MIN (add_width, columns.name_width),
                                                      add_height },
                                    width);
}

static void
surmise_compare_heads_dispose (GObject *object)
{
  SurmiseCompareHeads *self = SURMISE_COMPARE_HEADS (object);

  g_ptr_array_set_size (self->heads, 0);
  g_clear_pointer (&self->add, gtk_widget_unparent);
  g_clear_object (&self->comparison);

  G_OBJECT_CLASS (surmise_compare_heads_parent_class)->dispose (object);
}

static void
surmise_compare_heads_finalize (GObject *object)
{
  SurmiseCompareHeads *self = SURMISE_COMPARE_HEADS (object);

  g_clear_pointer (&self->heads, g_ptr_array_unref);

  G_OBJECT_CLASS (surmise_compare_heads_parent_class)->finalize (object);
}

static void
surmise_compare_heads_class_init (SurmiseCompareHeadsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = surmise_compare_heads_dispose;
  object_class->finalize = surmise_compare_heads_finalize;
  widget_class->get_request_mode = surmise_compare_heads_get_request_mode;
  widget_class->measure = surmise_compare_heads_measure;
  widget_class->size_allocate = surmise_compare_heads_size_allocate;

  signals[ADD_CLICKED] = g_signal_new ("add-clicked", SURMISE_TYPE_COMPARE_HEADS, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                       NULL, G_TYPE_NONE, 0);
  signals[BOXES_CHANGED] = g_signal_new ("boxes-changed", SURMISE_TYPE_COMPARE_HEADS, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_css_name (widget_class, "compareheads");
}

static GtkWidget *
make_add_button (void)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *content = adw_button_content_new ();

  adw_button_content_set_icon_name (ADW_BUTTON_CONTENT (content), "list-add-symbolic");
  adw_button_content_set_label (ADW_BUTTON_CONTENT (content), _("Add _Model"));
  adw_button_content_set_use_underline (ADW_BUTTON_CONTENT (content), TRUE);
  gtk_button_set_child (GTK_BUTTON (button), content);
  gtk_widget_set_tooltip_text (button, _("Ask One More Model About the Same Picture"));

  return button;
}

static void
surmise_compare_heads_init (SurmiseCompareHeads *self)
{
  self->heads = g_ptr_array_new_with_free_func ((GDestroyNotify) gtk_widget_unparent);
  self->add = make_add_button ();
  g_signal_connect_swapped (self->add, "clicked", G_CALLBACK (on_add_clicked), self);
  gtk_widget_set_parent (self->add, GTK_WIDGET (self));
}

void
surmise_compare_heads_set_comparison (SurmiseCompareHeads *self,
                                      SurmiseComparison   *comparison)
{
  g_return_if_fail (SURMISE_IS_COMPARE_HEADS (self));
  g_return_if_fail (SURMISE_IS_COMPARISON (comparison));

  g_set_object (&self->comparison, comparison);
  surmise_compare_heads_update (self);
}

static GtkWidget *
make_head (SurmiseCompareHeads *self,
           SurmiseQuestion     *question)
{
  GtkWidget *head = surmise_compare_head_new (question);

  g_signal_connect_swapped (head, "boxes-toggled", G_CALLBACK (on_boxes_toggled), self);
  g_signal_connect_swapped (head, "remove-clicked", G_CALLBACK (on_remove_clicked), self);
  g_signal_connect_swapped (head, "retry-clicked", G_CALLBACK (on_retry_clicked), self);
  gtk_widget_set_parent (head, GTK_WIDGET (self));

  return head;
}

/* The head that belongs to @question at @i; what stands between belongs to models that have gone. */
static void
place_head (SurmiseCompareHeads *self,
            guint                i,
            SurmiseQuestion     *question)
{
  for (guint j = i; j < self->heads->len; j++)
    if (surmise_question_equal (surmise_compare_head_get_question (self->heads->pdata[j]), question))
      {
        if (j > i)
          g_ptr_array_remove_range (self->heads, i, j - i);
        return;
      }

  g_ptr_array_insert (self->heads, (int) i, make_head (self, question));
}

/* Tab goes through them as they are seen. */
static void
order_children (SurmiseCompareHeads *self)
{
  GtkWidget *last = NULL;

  for (guint i = 0; i < self->heads->len; i++)
    {
      if (gtk_widget_get_prev_sibling (self->heads->pdata[i]) != last)
        gtk_widget_insert_after (self->heads->pdata[i], GTK_WIDGET (self), last);
      last = self->heads->pdata[i];
    }
}

void
surmise_compare_heads_update (SurmiseCompareHeads *self)
{
  guint n;

  g_return_if_fail (SURMISE_IS_COMPARE_HEADS (self));
  g_return_if_fail (self->comparison != NULL);

  n = MIN (surmise_comparison_get_n_models (self->comparison), SURMISE_COMPARISON_MOST);
  for (guint i = 0; i < n; i++)
    place_head (self, i, surmise_comparison_get_question (self->comparison, i));
  if (self->heads->len > n)
    g_ptr_array_remove_range (self->heads, n, self->heads->len - n);
  order_children (self);

  for (guint i = 0; i < n; i++)
    surmise_compare_head_update (self->heads->pdata[i], i, surmise_comparison_get_name (self->comparison, i),
                                 surmise_comparison_get_answer (self->comparison, i));
  gtk_widget_set_visible (self->add, n < SURMISE_COMPARISON_MOST);
}

gboolean
surmise_compare_heads_get_boxes (SurmiseCompareHeads *self,
                                 guint                i)
{
  g_return_val_if_fail (SURMISE_IS_COMPARE_HEADS (self), FALSE);

  return i < self->heads->len && surmise_compare_head_get_boxes (self->heads->pdata[i]);
}
